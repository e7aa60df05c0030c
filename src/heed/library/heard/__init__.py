"""What people who work here say beside a page: seen here too, and ideas for their agency."""
