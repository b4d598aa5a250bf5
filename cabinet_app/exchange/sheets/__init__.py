"""Tables from and for spreadsheets: CSV and XLSX."""
