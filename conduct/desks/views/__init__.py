"""The pages of the desks. Each takes its stand, asks one presenter or one service, and answers."""
