using System.Text;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Turns;

/// <summary>Writes rich text in a network's notation, everything that could act as notation escaped.</summary>
internal static class MarkupWriter
{
    // CommonMark: backslash escapes. The characters that could start emphasis, code, links, headings, quotes or
    // entities.
    private const string MarkdownSpecials = "\\`*_[]<>#|~&";

    public static string Write(RichText text, Markup markup)
    {
        var output = new StringBuilder(text.Length + 32);
        foreach (var span in text.Spans)
        {
            switch (markup)
            {
                case Markup.Html:
                    WriteHtml(output, span);
                    break;
                case Markup.Asterisks:
                    WriteLineByLine(output, span, "*", static (o, line) => o.Append(line));
                    break;
                case Markup.Markdown:
                    WriteLineByLine(output, span, "**", WriteMarkdown);
                    break;
                default:
                    output.Append(span.Text);
                    break;
            }
        }

        return markup == Markup.Markdown ? HardBreaks(output) : output.ToString();
    }

    // Telegram Bot API, "HTML style": only <, > and & need escaping.
    private static void WriteHtml(StringBuilder output, RichSpan span)
    {
        if (span.Bold)
        {
            output.Append("<b>");
        }

        foreach (var c in span.Text)
        {
            _ = c switch
            {
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                '&' => output.Append("&amp;"),
                _ => output.Append(c),
            };
        }

        if (span.Bold)
        {
            output.Append("</b>");
        }
    }

    // WhatsApp and CommonMark end emphasis at a line's end and want it next to a letter: mark each line by itself,
    // white space outside.
    private static void WriteLineByLine(
        StringBuilder output, RichSpan span, string mark, Action<StringBuilder, string> write)
    {
        var lines = span.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                output.Append('\n');
            }

            var line = lines[i];
            var inner = line.Trim();
            if (!span.Bold || inner.Length == 0)
            {
                write(output, line);
                continue;
            }

            var lead = line.Length - line.TrimStart().Length;
            output.Append(line, 0, lead).Append(mark);
            write(output, inner);
            output.Append(mark).Append(line, lead + inner.Length, line.Length - lead - inner.Length);
        }
    }

    private static void WriteMarkdown(StringBuilder output, string text)
    {
        foreach (var c in text)
        {
            if (MarkdownSpecials.Contains(c, StringComparison.Ordinal))
            {
                output.Append('\\');
            }

            output.Append(c);
        }
    }

    // A single line end is a space in CommonMark; a backslash before it makes it a break. Bullets become real lists.
    private static string HardBreaks(StringBuilder text)
    {
        var lines = text.ToString().Split('\n');
        var output = new StringBuilder(text.Length + lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var isItem = line.StartsWith("• ", StringComparison.Ordinal);
            if (isItem && i > 0 && lines[i - 1].Length > 0 && !lines[i - 1].StartsWith("• ", StringComparison.Ordinal))
            {
                output.Append('\n');
            }

            output.Append(isItem ? string.Concat("- ", line.AsSpan(2)) : line);
            if (i == lines.Length - 1)
            {
                break;
            }

            var next = lines[i + 1];
            var nextIsItem = next.StartsWith("• ", StringComparison.Ordinal);
            if (line.Length > 0 && next.Length > 0 && !nextIsItem)
            {
                output.Append(isItem ? "\n" : "  ");
            }

            output.Append('\n');
        }

        return output.ToString();
    }
}
