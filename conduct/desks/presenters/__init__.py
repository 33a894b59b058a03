"""What the pages of the desks show: computed here, only printed by the templates."""
