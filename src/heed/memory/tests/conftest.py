import pytest

from tests.houses import House


@pytest.fixture
def here(two_partnerships: tuple[House, House]) -> House:
    """A partnership with its people."""
    return two_partnerships[0]


@pytest.fixture
def there(two_partnerships: tuple[House, House]) -> House:
    """Another, of which nothing may be seen from the first."""
    return two_partnerships[1]
