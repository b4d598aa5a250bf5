"""The prints, a module for each tab; none of them loads reportlab."""
