namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>
/// Takes an answer apart into tokens, each word read whatever script or keyboard layout it was typed in: of the ways a
/// chunk between spaces can be read the one wins that the lexicon knows best.
/// </summary>
internal sealed class Lexer(Lexicon lexicon)
{
    private const int LongestText = 400;
    private const int MostTokens = 80;

    // A shorter word of one language is too easily one of the other on the other keys: мы is vs, the short Sunday.
    private const int LeastTurned = 4;

    private readonly ChunkReader _reader = new(lexicon);

    /// <summary>The tokens; none when the text is too long to be an answer.</summary>
    public TokenList Read(string text)
    {
        if (text.Length > LongestText)
        {
            return TokenList.Empty;
        }

        var tokens = new List<Token>();
        foreach (var chunk in TextCleaner.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            ChunkReading? best = null;
            foreach (var candidate in Candidates(chunk))
            {
                var reading = _reader.Read(candidate);
                if (best is null || reading.Score > best.Score)
                {
                    best = reading;
                }

                if (best.Doubts == 0)
                {
                    break;
                }
            }

            Append(tokens, best!.Tokens);
            if (tokens.Count > MostTokens)
            {
                return TokenList.Empty;
            }
        }

        return new TokenList(tokens);
    }

    // The ending of a number may stand behind a space: «25 го мая», «25 ші мамыр».
    private static void Append(List<Token> tokens, IReadOnlyList<Token> chunk)
    {
        if (tokens is [.., { IsNumber: true, Ending: null } number] && chunk is [{ IsUnknown: true } word, ..]
            && NumberEnding.Spaced(Skeleton.Of(word.Text)) is { } ending)
        {
            tokens[^1] = number with { Ending = ending };
            chunk = [.. chunk.Skip(1)];
        }

        tokens.AddRange(chunk);
    }

    private static IEnumerable<string> Candidates(string chunk)
    {
        yield return chunk;
        if (chunk.Any(Letters.IsCyrillic))
        {
            if (chunk.Any(Letters.IsDigit))
            {
                yield return KeyboardLayout.RowToKazakh(chunk);
            }

            var latin = KeyboardLayout.ToLatin(chunk);
            if (chunk.Length >= LeastTurned && latin.All(char.IsAsciiLetter))
            {
                yield return latin;
            }

            yield break;
        }

        if (!chunk.Any(letter => char.IsAsciiLetterLower(letter) || ";'[],.".Contains(letter)))
        {
            yield break;
        }

        // The last mark of a chunk may be a letter (ю б ж) or the mark it shows.
        var isMarked = chunk.Length > 1 && chunk[^1] is '.' or ',' or ';';
        foreach (var core in isMarked ? [chunk, chunk[..^1]] : (string[])[chunk])
        {
            yield return KeyboardLayout.ToCyrillic(core, kazakhRow: false);
            yield return KeyboardLayout.ToCyrillic(core, kazakhRow: true);

            // A day's number before a word whose letters stand on the number row too: 25-,hc3u8y3.
            var digits = core.Length - core.AsSpan().TrimStart("0123456789").Length;
            var number = digits < core.Length && core[digits] == '-' ? digits + 1 : digits;
            if (digits > 0 && number < core.Length)
            {
                yield return core[..number] + KeyboardLayout.ToCyrillic(core[number..], kazakhRow: true);
            }
        }
    }
}
