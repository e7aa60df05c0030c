"""What templates of the demonstration may load."""
