namespace Ruhani.Bot.Linguistics;

/// <summary>
/// Reads the words of a message whatever script or keyboard layout each was typed in. Every word gets the reading that
/// looks most like the words of the vocabulary the reader was made with, so that <c>fesk</c> is ауыл, <c>auyl</c> is
/// ауыл and <c>youtube</c> stays the name it is. Safe for concurrent use.
/// </summary>
/// <param name="model">Learnt from the text the messages are about.</param>
/// <param name="isKnown">Whether a word, by its <see cref="Skeleton"/>, occurs there.</param>
public sealed class WordReader(TrigramModel model, Func<string, bool> isKnown)
{
    private const int MostChunks = 400;
    private const float KnownBonus = 4;
    private const float LayoutPenalty = 2;
    private const float DigitPenalty = 4;
    private const float MostAgreement = 8;

    /// <summary>
    /// The words in order. Digits are words of their own; punctuation is gone. At most a few hundred.
    /// </summary>
    public IReadOnlyList<TypedWord> Read(string message)
    {
        var chunks = TextCleaner.Clean(message).Split(' ', MostChunks + 1);
        var latin = new (Reading Letters, Reading Layout)[Math.Min(chunks.Length, MostChunks)];
        float agreement = 0;
        for (var i = 0; i < latin.Length; i++)
        {
            if (chunks[i].AsSpan().ContainsAnyInRange('a', 'z') && !HasCyrillic(chunks[i]))
            {
                latin[i] = (ReadLatin(chunks[i]), ReadLayout(chunks[i]));
                agreement += latin[i].Layout.Score - latin[i].Letters.Score;
            }
        }

        var words = new List<TypedWord>(chunks.Length + 4);
        for (var i = 0; i < latin.Length; i++)
        {
            if (latin[i].Letters.Words is null)
            {
                words.AddRange(ReadCyrillic(chunks[i]).Words);
                continue;
            }

            // One hand types one message: the other words' layout speaks for this one's.
            var (letters, layout) = latin[i];
            var own = layout.Score - letters.Score;
            var others = Math.Clamp((agreement - own) / 2, -MostAgreement, MostAgreement);
            words.AddRange(own + others > LayoutPenalty ? layout.Words : letters.Words);
        }

        return words;
    }

    private Reading ReadLatin(string chunk)
    {
        var reading = new Reading([], 0);
        foreach (var part in Split(chunk))
        {
            var best = default(TypedWord);
            var score = float.MinValue;
            foreach (var text in LatinReader.Read(part))
            {
                var word = Word(text, TypedScript.Latin);
                if (word is not null && Score(word) is var own && own > score)
                {
                    (best, score) = (word, own);
                }
            }

            reading = best is null ? reading : reading.With(best, score);
        }

        return reading;
    }

    private Reading ReadLayout(string chunk)
    {
        var best = default(Reading);
        foreach (var ending in Endings(chunk))
        {
            var core = chunk.AsSpan(0, chunk.Length - ending);
            if (core.IsEmpty)
            {
                continue;
            }

            foreach (var kazakh in (bool[])[false, true])
            {
                var text = KeyboardLayout.ToCyrillic(core.ToString(), kazakh);
                var reading = ReadAs(text, TypedScript.WrongLayout);
                if (best.Words is null || reading.Score > best.Score)
                {
                    best = reading;
                }

                // A hyphen may be itself among letters of the number row.
                if (kazakh && core.Contains('-'))
                {
                    var parts = core.ToString().Split('-')
                        .Select(part => KeyboardLayout.ToCyrillic(part, kazakhRow: true));
                    reading = ReadAs(string.Join('-', parts), TypedScript.WrongLayout);
                    best = reading.Score > best.Score ? reading : best;
                }
            }
        }

        return best.Words is null ? new Reading([], 0) : best;
    }

    // The last mark of a chunk may be a letter (б ю ж э х ъ) or the mark it shows.
    private static IEnumerable<int> Endings(string chunk) =>
        chunk.Length > 1 && chunk[^1] is '.' or ',' or ';' or '\'' or ']' or '[' ? [0, 1] : [0];

    private Reading ReadCyrillic(string chunk)
    {
        var plain = ReadAs(chunk, TypedScript.Cyrillic);
        if (plain.Words.Count == 0 || plain.Words.All(word => word.IsNumber || isKnown(word.Key)))
        {
            return plain;
        }

        if (chunk.AsSpan().ContainsAnyInRange('0', '9') && HasCyrillic(chunk))
        {
            var row = ReadAs(KeyboardLayout.RowToKazakh(chunk), TypedScript.WrongLayout);
            plain = row.Score > plain.Score + LayoutPenalty ? row : plain;
        }

        if (plain.Score < 4 && HasCyrillic(chunk))
        {
            var other = ReadLatin(KeyboardLayout.ToLatin(chunk));
            if (other.Words.Count > 0 && other.Score > plain.Score + MostAgreement
                && other.Words.Any(word => isKnown(word.Key)))
            {
                return new Reading(
                    [.. other.Words.Select(word => word with { Script = TypedScript.WrongLayout })], other.Score);
            }
        }

        return plain;
    }

    private Reading ReadAs(string chunk, TypedScript script)
    {
        var reading = new Reading([], 0);
        foreach (var part in Split(chunk))
        {
            var text = TextCleaner.RepairLookAlikes(part.Replace("'", "", StringComparison.Ordinal));
            if (text.Length > 0 && Letters.IsLatin(text[0]))
            {
                var latin = ReadLatin(text);
                reading = latin.Words.Aggregate(reading, (all, word) => all.With(word, 0));
            }
            else if (Word(text, script) is { } word)
            {
                // Digits among letters speak for letters that were not read as such.
                reading = reading.With(word, word.IsNumber && text.Length < chunk.Length ? -DigitPenalty : Score(word));
            }
        }

        return reading;
    }

    private static TypedWord? Word(string text, TypedScript script)
    {
        var key = Skeleton.Of(text);
        return key.Length == 0 ? null : new TypedWord(text, key, script);
    }

    private float Score(TypedWord word) =>
        word.IsNumber ? 0
        : isKnown(word.Key) || FunctionWords.Contains(word.Key)
            ? Math.Max(0, model.Score(word.Key)) + Math.Min(KnownBonus, word.Key.Length)
        : model.Score(word.Key);

    private static bool HasCyrillic(string chunk) => chunk.Any(Letters.IsCyrillic);

    // Letters with the apostrophes among them, or digits.
    private static IEnumerable<string> Split(string chunk)
    {
        for (var i = 0; i < chunk.Length;)
        {
            var start = i;
            while (i < chunk.Length && Letters.IsDigit(chunk[i]))
            {
                i++;
            }

            while (i == start || (i > start && !Letters.IsDigit(chunk[start])))
            {
                if (i >= chunk.Length || !(char.IsLetter(chunk[i]) || (chunk[i] == '\'' && i > start)))
                {
                    break;
                }

                i++;
            }

            if (i > start)
            {
                yield return chunk[start..i];
            }
            else
            {
                i++;
            }
        }
    }

    private readonly record struct Reading(List<TypedWord> Words, float Score)
    {
        public Reading With(TypedWord word, float score)
        {
            Words.Add(word);
            return this with { Score = Score + score };
        }
    }
}
