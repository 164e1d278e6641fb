using System.Globalization;
using System.Text;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>
/// A text in Telegram's HTML, taken apart as the real server does it: the same tags, the same refusals in the same
/// words. Facts: core.telegram.org/bots/api#html-style.
/// </summary>
public sealed class HtmlText
{
    private static readonly HashSet<string> _tags = new(StringComparer.Ordinal)
    {
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "span", "tg-spoiler", "tg-emoji", "code",
        "pre", "blockquote",
    };

    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly List<TelegramEntity> _entities = [];
    private readonly Stack<OpenTag> _open = new();
    private int _at;

    private HtmlText(string source) => _source = source;

    /// <summary>Parses a text.</summary>
    /// <exception cref="TelegramRefusal">The markup is bad.</exception>
    public static TelegramText Parse(string source)
    {
        var html = new HtmlText(source);
        html.Run();
        return TelegramText.Trim(html._text.ToString(), html._entities);
    }

    private void Run()
    {
        while (_at < _source.Length)
        {
            var c = _source[_at];
            if (c == '&')
            {
                _text.Append(ReadReference());
            }
            else if (c != '<')
            {
                _text.Append(c);
                _at++;
            }
            else if (Peek(1) == '/')
            {
                ReadEndTag();
            }
            else
            {
                ReadStartTag();
            }
        }

        if (_open.TryPeek(out var last))
        {
            throw Refuse($"Can't find end tag corresponding to start tag \"{last.Name}\"");
        }
    }

    private void ReadStartTag()
    {
        var begin = _at++;
        var name = ReadUntil(c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        if (_at == _source.Length)
        {
            throw Refuse($"Unclosed start tag at byte offset {Bytes(begin)}");
        }

        if (!_tags.Contains(name))
        {
            throw Refuse($"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}");
        }

        var attributes = ReadAttributes(name, begin);
        if (name == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
        {
            throw Refuse($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        }

        _open.Push(new OpenTag(name, _text.Length, attributes));
    }

    private Dictionary<string, string> ReadAttributes(string tag, int begin)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            SkipSpace();
            if (Peek() == '>')
            {
                _at++;
                return attributes;
            }

            var name = ReadUntil(c => char.IsWhiteSpace(c) || c is '=' or '>');
            if (name.Length == 0)
            {
                throw Refuse(_at == _source.Length
                    ? $"Unclosed start tag \"{tag}\" at byte offset {Bytes(begin)}"
                    : $"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(begin)}");
            }

            SkipSpace();
            attributes[name.ToLowerInvariant()] = Peek() == '=' ? ReadValue(tag, begin) : "";
        }
    }

    private string ReadValue(string tag, int begin)
    {
        _at++;
        SkipSpace();
        if (_at == _source.Length)
        {
            throw Refuse($"Unclosed start tag \"{tag}\" at byte offset {Bytes(begin)}");
        }

        if (Peek() is not ('"' or '\''))
        {
            var start = _at;
            var value = ReadUntil(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-')).ToLowerInvariant();
            return _at < _source.Length && (char.IsWhiteSpace(Peek()) || Peek() == '>')
                ? value
                : throw Refuse($"Unexpected end of name token at byte offset {Bytes(start)}");
        }

        var quote = _source[_at++];
        var text = new StringBuilder();
        while (_at < _source.Length && Peek() != quote)
        {
            text.Append(Peek() == '&' ? ReadReference() : _source[_at++].ToString());
        }

        if (_at == _source.Length)
        {
            throw Refuse($"Unclosed start tag at byte offset {Bytes(begin)}");
        }

        _at++;
        return text.ToString();
    }

    private void ReadEndTag()
    {
        var begin = _at;
        if (!_open.TryPop(out var tag))
        {
            throw Refuse($"Unexpected end tag at byte offset {Bytes(begin)}");
        }

        _at += 2;
        var name = ReadUntil(c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        SkipSpace();
        if (Peek() != '>')
        {
            throw Refuse($"Unclosed end tag at byte offset {Bytes(begin)}");
        }

        if (name.Length > 0 && name != tag.Name)
        {
            throw Refuse($"Unmatched end tag at byte offset {Bytes(begin)}, "
                + $"expected \"</{tag.Name}>\", found \"</{name}>\"");
        }

        _at++;
        if (_text.Length > tag.Start && EntityOf(tag) is { } entity)
        {
            _entities.Add(entity);
        }
    }

    private TelegramEntity? EntityOf(OpenTag tag)
    {
        var length = _text.Length - tag.Start;
        TelegramEntity Make(string type) => new(type, tag.Start, length);
        return tag.Name switch
        {
            "b" or "strong" => Make("bold"),
            "i" or "em" => Make("italic"),
            "s" or "strike" or "del" => Make("strikethrough"),
            "u" or "ins" => Make("underline"),
            "span" or "tg-spoiler" => Make("spoiler"),
            "code" => Make("code"),
            "pre" => Make("pre"),
            "blockquote" => Make(tag.Attributes.ContainsKey("expandable") ? "expandable_blockquote" : "blockquote"),
            "a" => LinkOf(tag, _text.ToString(tag.Start, length)) is { } url
                ? Make("text_link") with { Url = url }
                : null,
            _ => null,
        };
    }

    /// <summary>An address the server doesn't take leaves plain text.</summary>
    private static string? LinkOf(OpenTag tag, string text)
    {
        var address = tag.Attributes.GetValueOrDefault("href") is { Length: > 0 } href ? href : text;
        return Uri.TryCreate(address.Contains(':', StringComparison.Ordinal) ? address : "http://" + address,
            UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tg" or "ton" or "mailto" or "tel"
            ? uri.ToString()
            : null;
    }

    private string ReadReference()
    {
        var end = _source.IndexOf(';', _at);
        var name = end < 0 || end - _at > 12 ? "" : _source[(_at + 1)..end];
        var value = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x', .. var hex] => FromCode(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => FromCode(digits, NumberStyles.None),
            _ => null,
        };
        _at = value is null ? _at + 1 : end + 1;
        return value ?? "&";
    }

    private static string? FromCode(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) && code > 0
            ? new Rune(code).ToString()
            : null;

    private string ReadUntil(Func<char, bool> isEnd)
    {
        var start = _at;
        while (_at < _source.Length && !isEnd(_source[_at]))
        {
            _at++;
        }

        return _source[start.._at];
    }

    private void SkipSpace() => ReadUntil(c => !char.IsWhiteSpace(c));

    private char Peek(int ahead = 0) => _at + ahead < _source.Length ? _source[_at + ahead] : '\0';

    private int Bytes(int index) => Encoding.UTF8.GetByteCount(_source.AsSpan(0, index));

    private static TelegramRefusal Refuse(string what) => TelegramRefusal.BadRequest("can't parse entities: " + what);

    private sealed record OpenTag(string Name, int Start, Dictionary<string, string> Attributes);
}
