# SPDX-License-Identifier: MIT
"""YAML as an editor reads it: typed by the core schema of YAML 1.2.

That is what the YAML language server behind VS Code does, so a schema has to fit it: `5` is a number, `true` a
boolean, `2022-08-01`, `no` and `12:30` are texts. PyYAML types by YAML 1.1, where the last four are a date, false
and 750; hence a loader of our own. A key that stands twice, an alias and a second document are faults of form, which
an editor reports without any schema; only the first of them is let through by PyYAML, and refused here.
"""

import re

import yaml


class Loader(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$"),
                             list("-+0123456789"))
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$"),
    list("-+0123456789."))


def number(loader, node):
    text = loader.construct_scalar(node)
    return int(text, 8 if text.startswith("0o") else 16 if text.startswith("0x") else 10)


def mapping(loader, node):
    keys = [loader.construct_object(key) for key, _ in node.value]
    for key in keys:
        if not isinstance(key, (str, int, float, bool, type(None))):
            raise yaml.YAMLError(f"a key that is no scalar: {key!r}")
        if keys.count(key) > 1:
            raise yaml.YAMLError(f"the key {key!r} stands twice")
    # To a schema, keys are texts.
    return {str(key): loader.construct_object(value, deep=True) for key, (_, value) in zip(keys, node.value)}


Loader.add_constructor("tag:yaml.org,2002:int", number)
Loader.add_constructor("tag:yaml.org,2002:map", mapping)


def read(text):
    """The one document of a text; yaml.YAMLError when its form is wrong."""
    return yaml.load(text, Loader)
