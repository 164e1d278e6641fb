namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>Reads what stands between two spaces.</summary>
internal sealed class ChunkReader(Lexicon lexicon)
{
    private const int WorthOfNumberEnding = 2;

    // Digits behind a letter speak for letters of the number row that were not read as such.
    private const int PriceOfDigits = 4;

    /// <summary>The tokens of one way to read it.</summary>
    public ChunkReading Read(string chunk)
    {
        var tokens = new List<Token>(4);
        var score = 0;
        var doubts = 0;
        for (var at = 0; at < chunk.Length;)
        {
            var length = PieceLength(chunk, at);
            var piece = chunk.Substring(at, length);
            var isSpaced = at == 0;
            at += length;
            if (Letters.IsDigit(piece[0]))
            {
                if (at > length && char.IsLetter(chunk[at - length - 1]))
                {
                    score -= PriceOfDigits;
                    doubts++;
                }

                tokens.Add(new Token(TokenKind.Number, piece, isSpaced));
            }
            else if (!char.IsLetter(piece[0]))
            {
                tokens.Add(new Token(TokenKind.Mark, piece, isSpaced));
            }
            else if (TakeEnding(tokens, piece))
            {
                score += WorthOfNumberEnding;
            }
            else
            {
                var (word, worth) = ReadWord(piece);
                tokens.Add(new Token(TokenKind.Word, word.Text, isSpaced) { Meanings = word.Meanings });
                score += worth;
                doubts += worth == piece.Length ? 0 : 1;
            }
        }

        return new ChunkReading(tokens, score, doubts);
    }

    private static bool TakeEnding(List<Token> tokens, string piece)
    {
        var number = tokens.Count - 1;
        var isHyphened = number > 0 && tokens[number].Is('-');
        number -= isHyphened ? 1 : 0;
        if (number < 0 || !tokens[number].IsNumber || tokens[number].Ending is not null)
        {
            return false;
        }

        foreach (var reading in Readings(piece))
        {
            var key = Skeleton.Of(reading);
            if ((isHyphened ? NumberEnding.Hyphened(key) : NumberEnding.Glued(key)) is { } ending)
            {
                tokens.RemoveRange(number + 1, tokens.Count - number - 1);
                tokens[number] = tokens[number] with { Ending = ending };
                return true;
            }
        }

        return false;
    }

    private ((string Text, Meaning[] Meanings) Word, int Worth) ReadWord(string piece)
    {
        if (lexicon.FindExactly(piece) is { } exact)
        {
            return ((piece, exact), piece.Length);
        }

        var readings = Readings(piece);
        foreach (var reading in readings)
        {
            var meanings = IsBlurred(piece, reading) ? lexicon.FindExactly(reading) : lexicon.Find(reading);
            if (meanings is { } known)
            {
                return ((reading, known), piece.Length);
            }
        }

        foreach (var reading in readings)
        {
            if (lexicon.FindMistyped(reading) is { } mistyped)
            {
                return ((reading, mistyped), piece.Length / 2);
            }
        }

        return ((readings.Count > 0 ? readings[0] : piece, []), -piece.Length);
    }

    // A word in Latin so short that its key keeps one letter of it may be anything.
    private static bool IsBlurred(string piece, string reading) =>
        reading.Length <= 3 && Letters.IsLatin(piece[0]) && Skeleton.Of(reading).Length < reading.Length;

    private static IReadOnlyList<string> Readings(string piece)
    {
        var word = TextCleaner.RepairLookAlikes(piece);
        return word.Any(Letters.IsLatin)
            ? LatinReader.Read(word)
            : [word.Replace("'", "", StringComparison.Ordinal)];
    }

    // Digits, letters with the apostrophes among them, or one mark.
    private static int PieceLength(string chunk, int start)
    {
        var at = start + 1;
        if (Letters.IsDigit(chunk[start]))
        {
            while (at < chunk.Length && Letters.IsDigit(chunk[at]))
            {
                at++;
            }
        }
        else if (char.IsLetter(chunk[start]))
        {
            while (at < chunk.Length && (char.IsLetter(chunk[at]) || chunk[at] == '\''))
            {
                at++;
            }
        }

        return at - start;
    }
}

/// <summary>One way to read a chunk.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Score">How well the lexicon knows its words; more is better.</param>
/// <param name="Doubts">How many it does not know, or not quite.</param>
internal sealed record ChunkReading(IReadOnlyList<Token> Tokens, int Score, int Doubts);
