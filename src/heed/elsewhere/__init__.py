"""What others learnt, brought in: national records, other partnerships' feeds, older documents."""
