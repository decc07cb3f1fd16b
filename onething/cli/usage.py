"""Help and usage errors in Chinese: the words that the command-line library brings itself."""

from __future__ import annotations

from typer._click import exceptions
from typer.core import TyperCommand, TyperGroup

from onething.cli.language import LANG, say

HEADINGS = (
    ("Usage: ", "用法："),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 [参数]…"),
    ("Options:", "选项："),
    ("Commands:", "命令："),
    ("Arguments:", "参数："),
    ("Show this message and exit.", "显示这段说明"),
    ("[default: ", "[不写为 "),
    ("[required]", "[必写]"),
)


def in_chinese(text: str) -> str:
    """Help text with its headings in the language of this run."""
    if LANG == "en":
        return text
    for english, chinese in HEADINGS:
        text = text.replace(english, chinese)
    return text


class Command(TyperCommand):
    """A command whose help is in the language of this run."""

    def get_help(self, ctx) -> str:
        return in_chinese(super().get_help(ctx))


class Group(TyperGroup):
    """The program; its help likewise."""

    def get_help(self, ctx) -> str:
        return in_chinese(super().get_help(ctx))


def _name(parameter) -> str:
    """A parameter as the user knows it: its longest option, or its name."""
    options = getattr(parameter, "opts", None) or ["参数"]
    return max(options, key=len)


def usage_error(error: exceptions.UsageError) -> str:
    """One line that says what is wrong with the command line."""
    english = error.format_message()
    if isinstance(error, exceptions.NoSuchOption):
        near = error.possibilities
        chinese = f"没有选项 {error.option_name}" + (f"，是不是 {near[0]}？" if near else "")
    elif isinstance(error, exceptions.MissingParameter):
        chinese = f"少写了 {_name(error.param)}"
    elif isinstance(error, exceptions.BadParameter):
        chinese = f"{_name(error.param)} 写得不对：{error.message}"
    elif "No such command" in english:
        parts = english.split("'")
        chinese = f"没有命令 {parts[1]}" + (f"，是不是 {parts[3]}？" if len(parts) > 3 else "")
    elif "unexpected extra argument" in english:
        chinese = "多写了参数：" + english.rpartition("(")[2].rstrip(")")
    else:
        chinese = english
    return say(f"用法有误：{chinese}\n看用法：onething --help\n", f"wrong usage: {english}\nsee: onething --help\n")
