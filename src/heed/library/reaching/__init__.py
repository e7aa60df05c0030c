"""How a page reaches people: the steps, who leads each, and how we shall know."""
