"""The Code itself: its versions and paragraphs, the company's dated readings, the calendars; its public pages."""
