"""The area pack: kelurahan polygons and names, point to area, search, importer."""
