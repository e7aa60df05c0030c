"""The public library as plain files, for any web host, so that readers need no machine with cases.

``site`` says which files there are, ``links`` makes every link lead from file to file, ``writing``
puts them in a folder at one stroke.
"""
