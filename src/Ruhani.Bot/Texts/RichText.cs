using System.Text;

namespace Ruhani.Bot.Texts;

/// <summary>
/// Text with bold parts, free of any network's notation. Written <c>**like this**</c> in content files; lines that
/// begin with <c>• </c> are list items; words between backticks keep their letters when Kazakh is read in Latin.
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

    /// <summary>The parts in order; neighbours differ in boldness or in whether they keep their letters.</summary>
    public IReadOnlyList<RichSpan> Spans { get; }

    /// <summary>Length as shown, in UTF-16 units, which is how the networks count.</summary>
    public int Length { get; }

    /// <summary>Reads content markup.</summary>
    public static RichText Parse(string markup) => new Builder().AddMarkup(markup).Build();

    /// <summary>Takes a text as it is, so that nothing in it acts as markup.</summary>
    public static RichText Plain(string text) => new Builder().AddPlain(text, bold: false).Build();

    /// <summary>
    /// Takes a text as it is, to be shown in its own letters even to who reads Kazakh in Latin: what a person typed,
    /// words of another language.
    /// </summary>
    public static RichText Verbatim(string text) =>
        new Builder().AddPlain(text, bold: false, keepsLetters: true).Build();

    /// <summary>The text as it is shown in a script, with nothing left to tell but boldness.</summary>
    public RichText In(Script script)
    {
        if (script == Script.Latin)
        {
            return LatinText.Write(this);
        }

        return Spans.Any(span => span.KeepsLetters)
            ? Spans.Aggregate(new Builder(), (all, span) => all.AddPlain(span.Text, span.Bold)).BuildUntrimmed()
            : this;
    }

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
                builder.AddPlain(span.Text[(from - position)..(to - position)], span.Bold, span.KeepsLetters);
            }

            position += span.Text.Length;
        }

        return builder.Build();
    }

    /// <summary>Puts rich texts together.</summary>
    public sealed class Builder
    {
        private readonly List<(StringBuilder Text, bool Bold, bool KeepsLetters)> _spans = [];

        /// <summary>Adds content markup; boldness that is open at its end stays open only within it.</summary>
        public Builder AddMarkup(string markup)
        {
            foreach (var span in MarkupReader.Read(markup))
            {
                AddPlain(span.Text, span.Bold, span.KeepsLetters);
            }

            return this;
        }

        /// <summary>Adds text as it is.</summary>
        public Builder AddPlain(string text, bool bold, bool keepsLetters = false)
        {
            if (text.Length == 0)
            {
                return this;
            }

            if (_spans.Count > 0 && _spans[^1].Bold == bold && _spans[^1].KeepsLetters == keepsLetters)
            {
                _spans[^1].Text.Append(text);
            }
            else
            {
                _spans.Add((new StringBuilder(text), bold, keepsLetters));
            }

            return this;
        }

        /// <summary>Adds a rich text; where <paramref name="bold"/> is set all of it becomes bold.</summary>
        public Builder Add(RichText text, bool bold = false)
        {
            foreach (var span in text.Spans)
            {
                AddPlain(span.Text, bold || span.Bold, span.KeepsLetters);
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
            .Select(span => new RichSpan(span.Text.ToString(), span.Bold, span.KeepsLetters))]);

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
/// <param name="KeepsLetters">True when it is never written in another script.</param>
public sealed record RichSpan(string Text, bool Bold, bool KeepsLetters = false);
