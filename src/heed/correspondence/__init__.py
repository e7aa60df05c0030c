"""The outbox of every email, letter and invitation: written by Heed, read and sent by a person."""
