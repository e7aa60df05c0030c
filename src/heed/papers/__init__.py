"""Files that people attach: checked, stored under random names, served by their stage.

And documents that Heed writes, as Word and PDF (``sheets``), and papers bound into one
(``binding``).
"""
