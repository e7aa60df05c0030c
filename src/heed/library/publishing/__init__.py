"""What is published, as others take it: feeds, a read API, a table, a list to embed.

Everything here answers as to somebody who is not signed in, whoever asks.
"""
