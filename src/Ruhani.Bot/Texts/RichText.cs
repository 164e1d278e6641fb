using System.Text;

namespace Ruhani.Bot.Texts;

/// <summary>
/// Text with bold parts, free of any network's notation. Written <c>**like this**</c> in content files; lines that
/// begin with <c>• </c> are list items.
/// </summary>
public sealed class RichText
{
    private RichText(IReadOnlyList<RichSpan> spans)
    {
        Spans = spans;
        Length = spans.Sum(span => span.Text.Length);
    }

    /// <summary>No text.</summary>
    public static RichText Empty { get; } = new([]);

    /// <summary>The parts in order; neighbours differ in boldness.</summary>
    public IReadOnlyList<RichSpan> Spans { get; }

    /// <summary>Length as shown, in UTF-16 units, which is how the networks count.</summary>
    public int Length { get; }

    /// <summary>Reads content markup.</summary>
    public static RichText Parse(string markup) => new Builder().AddMarkup(markup).Build();

    /// <summary>Takes a text as it is, so that nothing in it acts as markup.</summary>
    public static RichText Plain(string text) => new Builder().AddPlain(text, bold: false).Build();

    /// <summary>The text without boldness.</summary>
    public override string ToString() => string.Concat(Spans.Select(span => span.Text));

    /// <summary>A part by position and length as shown.</summary>
    public RichText Slice(int start, int length)
    {
        var builder = new Builder();
        var end = start + length;
        var position = 0;
        foreach (var span in Spans)
        {
            var from = Math.Max(start, position);
            var to = Math.Min(end, position + span.Text.Length);
            if (from < to)
            {
                builder.AddPlain(span.Text[(from - position)..(to - position)], span.Bold);
            }

            position += span.Text.Length;
        }

        return builder.Build();
    }

    /// <summary>Puts rich texts together.</summary>
    public sealed class Builder
    {
        private readonly List<(StringBuilder Text, bool Bold)> _spans = [];

        /// <summary>Adds content markup; boldness that is open at its end stays open only within it.</summary>
        public Builder AddMarkup(string markup)
        {
            var bold = false;
            var parts = markup.Split("**");
            for (var i = 0; i < parts.Length; i++, bold = !bold)
            {
                AddPlain(parts[i], bold);
            }

            return this;
        }

        /// <summary>Adds text as it is.</summary>
        public Builder AddPlain(string text, bool bold)
        {
            if (text.Length == 0)
            {
                return this;
            }

            if (_spans.Count > 0 && _spans[^1].Bold == bold)
            {
                _spans[^1].Text.Append(text);
            }
            else
            {
                _spans.Add((new StringBuilder(text), bold));
            }

            return this;
        }

        /// <summary>Adds a rich text; where <paramref name="bold"/> is set all of it becomes bold.</summary>
        public Builder Add(RichText text, bool bold = false)
        {
            foreach (var span in text.Spans)
            {
                AddPlain(span.Text, bold || span.Bold);
            }

            return this;
        }

        /// <summary>What was put together, without white space at its ends.</summary>
        public RichText Build()
        {
            if (_spans.Count > 0)
            {
                TrimEnds();
            }

            return BuildUntrimmed();
        }

        /// <summary>What was put together, white space and all, to be put into another text.</summary>
        public RichText BuildUntrimmed() => new([.. _spans.Where(span => span.Text.Length > 0)
            .Select(span => new RichSpan(span.Text.ToString(), span.Bold))]);

        private void TrimEnds()
        {
            var first = _spans[0].Text.ToString().TrimStart();
            _spans[0].Text.Clear().Append(first);
            var last = _spans[^1].Text.ToString().TrimEnd();
            _spans[^1].Text.Clear().Append(last);
        }
    }
}

/// <summary>A run of text of one boldness.</summary>
/// <param name="Text">The characters; may hold line ends.</param>
/// <param name="Bold">True for bold.</param>
public sealed record RichSpan(string Text, bool Bold);
