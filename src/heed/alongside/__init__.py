"""What runs alongside a case: other processes, other areas' requests and ours, complaints."""
