"""A company that does not exist: Kaede Networks Inc., its group and its people, for trying out."""
