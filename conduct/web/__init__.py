"""The front: error answers, middleware, building blocks of pages, health."""
