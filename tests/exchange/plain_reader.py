"""A reader of calendars that shares no line with the program: unfolds, cuts, answers plain dictionaries."""

from dataclasses import dataclass, field


@dataclass
class Block:
    """A component: what stands in it by name, with parameters, and the blocks within it."""

    name: str
    properties: dict[str, list[tuple[dict[str, str], str]]] = field(default_factory=dict)
    blocks: list["Block"] = field(default_factory=list)

    def value(self, name: str) -> str:
        found = self.properties.get(name)
        return found[0][1] if found else ""

    def parameter(self, name: str, parameter: str) -> str:
        found = self.properties.get(name)
        return found[0][0].get(parameter, "") if found else ""

    def all(self, name: str) -> list["Block"]:
        return [block for block in self.blocks if block.name == name]


def parse(data: bytes) -> Block:
    """The one calendar of a file; raises where a line breaks the rules of RFC 5545."""
    assert data.endswith(b"\r\n")
    for raw in data.split(b"\r\n"):
        assert b"\n" not in raw
        assert len(raw) <= 75
        raw.decode()
    lines = data.decode().replace("\r\n ", "").split("\r\n")[:-1]
    root = Block("")
    open_blocks = [root]
    for line in lines:
        name, parameters, value = _cut(line)
        if name == "BEGIN":
            block = Block(value)
            open_blocks[-1].blocks.append(block)
            open_blocks.append(block)
        elif name == "END":
            assert open_blocks.pop().name == value
        else:
            open_blocks[-1].properties.setdefault(name, []).append((parameters, value))
    assert open_blocks == [root]
    (calendar,) = root.blocks
    return calendar


def _cut(line: str) -> tuple[str, dict[str, str], str]:
    parts: list[str] = []
    part, is_quoted, value = "", False, ""
    for place, sign in enumerate(line):
        if sign == '"':
            is_quoted = not is_quoted
        elif sign in ";:" and not is_quoted:
            parts.append(part)
            part = ""
            if sign == ":":
                value = line[place + 1 :]
                break
        else:
            part += sign
    assert not is_quoted
    name, *parameters = parts
    assert name.replace("-", "").isalnum()
    return name, dict(one.split("=", 1) for one in parameters), value


def plain(text: str) -> str:
    """A text without its escapes."""
    out, is_escaped = "", False
    for sign in text:
        if is_escaped:
            out += "\n" if sign in "nN" else sign
        elif sign != "\\":
            out += sign
        is_escaped = sign == "\\" and not is_escaped
    return out
