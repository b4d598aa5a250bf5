"""The steps from one schema to the next, each with frozen table definitions; there is no way back."""
