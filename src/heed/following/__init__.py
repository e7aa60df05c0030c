"""New learning by email: whoever asks for it, once they have said yes from their own mailbox."""
