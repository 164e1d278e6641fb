using System.Globalization;
using Ruhani.Bot.Logo;

namespace Ruhani.Bot.Tests.Logo;

public sealed class RequestNumberTests
{
    private static readonly RequestNumber Number = new(1, 2027, 42);

    [Fact]
    public void A_number_is_written_the_same_everywhere()
    {
        Assert.Equal("RZ-01-2027-00042-" + Number.Check, Number.ToString());
        Assert.Equal("v_01202700042" + Number.Check, Number.LinkPayload);
        Assert.Matches("^[A-Za-z0-9_-]{1,64}$", Number.LinkPayload);
    }

    // 572 → 4 is the example of the algorithm's author.
    [Theory]
    [InlineData("572", 4)]
    [InlineData("0", 0)]
    [InlineData("", 0)]
    public void The_check_digit_is_Damm_s(string digits, int expected) => Assert.Equal(expected, CheckDigit.Of(digits));

    [Fact]
    public void Every_wrong_digit_and_every_swap_of_neighbours_is_noticed()
    {
        foreach (var number in Random(300))
        {
            var digits = number.LinkPayload[2..].ToCharArray();
            for (var i = 0; i < digits.Length; i++)
            {
                for (var digit = '0'; digit <= '9'; digit++)
                {
                    char[] wrong = [.. digits];
                    wrong[i] = digit;
                    Assert.Equal(digit == digits[i], CheckDigit.Of(wrong) == 0);
                }

                if (i > 0 && digits[i] != digits[i - 1])
                {
                    char[] swapped = [.. digits];
                    (swapped[i], swapped[i - 1]) = (swapped[i - 1], swapped[i]);
                    Assert.NotEqual(0, CheckDigit.Of(swapped));
                    Assert.Equal(default, RequestNumberReader.Read("v_" + new string(swapped)).Number);
                }
            }
        }
    }

    [Fact]
    public void However_people_type_it_the_same_number_is_read()
    {
        var random = new Random(11);
        string[] prefixes = ["RZ", "rz", "Rz", "РЗ", "рз", "Рз", "КЯ", "кя", "RЗ", "рz", "P3", "PЗ"];
        string[] separators = ["-", " ", "", "–", "—", "‑", "−", " - ", "_", ".", "/", "\u00A0", "  "];
        string[] sentences =
            ["{0}", " {0}\n", "тексеру {0}", "Проверьте {0}, пожалуйста", "«{0}»", "№{0}.", "/verify {0}"];
        foreach (var number in Random(500))
        {
            var digits = number.LinkPayload[2..];
            var parts = new[] { digits[..2], digits[2..6], digits[6..11], digits[11..] };
            var written = prefixes[random.Next(prefixes.Length)]
                + string.Concat(parts.Select(part => separators[random.Next(separators.Length)] + part));
            var text = string.Format(
                CultureInfo.InvariantCulture, sentences[random.Next(sentences.Length)], written);

            Assert.Equal((text, number), (text, RequestNumberReader.Read(text).Number));
        }
    }

    [Theory]
    [InlineData("{0}", "v_{1}")]
    [InlineData("{0}", "https://t.me/ruhani_bot?start=v_{1}")]
    [InlineData("{0}", "tg://resolve?domain=ruhani_bot&start=v_{1}")]
    [InlineData("{0}", "https://wa.me/77010000001?text={0}")]
    [InlineData("{0}", "https://wa.me/77010000001?text=%D0%A2%D0%B5%D0%BA%D1%81%D0%B5%D1%80%D1%83%20{0}")]
    [InlineData("{0}", "https://wa.me/77010000001?text=RZ+01+2027+00042+{2}")]
    [InlineData("{0}", "ＲＺ－０１－２０２７－０００４２－{2}")]
    [InlineData("{0}", "RZ-O1-2O27-ООО42-{2}")]
    [InlineData("{0}", "rz-0l-2027-00042-{2}")]
    [InlineData("{0}", "01-2027-00042-{2}")]
    [InlineData("{0}", " {1} ")]
    public void Codes_links_and_look_alikes_lead_to_the_number(string expected, string text)
    {
        var given = string.Format(
            CultureInfo.InvariantCulture, text, Number, Number.LinkPayload[2..], Number.Check);

        Assert.Equal(
            string.Format(CultureInfo.InvariantCulture, expected, Number),
            RequestNumberReader.Read(given).Number?.ToString());
    }

    [Theory]
    [InlineData("RZ-01-2027-00042-{0}", true)]
    [InlineData("рз 01 2027 00042 {0}", true)]
    [InlineData("012027 00042 {0}", false)]
    [InlineData("900101300123", false)]
    [InlineData("+7 701 000 00 01", false)]
    [InlineData("RZ-01-2027-00042", false)]
    [InlineData("RZ-01-2027-00042-77", false)]
    [InlineData("логотипті қалай алуға болады?", false)]
    [InlineData("v_012027000421234", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void What_is_no_number_is_none_and_a_slip_is_told(string? text, bool isMistyped)
    {
        var wrong = (Number.Check + 1) % 10;
        var given = text is null ? null : string.Format(CultureInfo.InvariantCulture, text, wrong);

        Assert.Equal(new RequestNumberReading(null, isMistyped), RequestNumberReader.Read(given));
    }

    [Fact]
    public void Any_text_is_read_without_a_fault()
    {
        var random = new Random(3);
        const string Letters = "RZrzРЗрзКЯ0123456789-– \u00A0v_?=%2FO|\uD83D";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(0, 40)).Select(_ => Letters[random.Next(Letters.Length)]));
            if (RequestNumberReader.Read(text).Number is { } number)
            {
                Assert.Equal(number, RequestNumberReader.Read(number.ToString()).Number);
            }
        }
    }

    [Theory]
    [InlineData(-1, 2027, 1)]
    [InlineData(100, 2027, 1)]
    [InlineData(1, 1999, 1)]
    [InlineData(1, 2100, 1)]
    [InlineData(1, 2027, 0)]
    [InlineData(1, 2027, 100_000)]
    public void Parts_out_of_bounds_make_no_number(int region, int year, int serial) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestNumber(region, year, serial));

    [Fact]
    public void The_code_s_addresses_lead_back_to_the_number()
    {
        var telegram = VerificationLink.Telegram(Number, "ruhani_bot");
        var whatsApp = VerificationLink.WhatsApp(Number, "+7 (701) 000-00-01");

        Assert.StartsWith("https://t.me/ruhani_bot?start=v_", telegram.AbsoluteUri, StringComparison.Ordinal);
        Assert.StartsWith("https://wa.me/77010000001?text=RZ-", whatsApp.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(Number, RequestNumberReader.Read(telegram.AbsoluteUri).Number);
        Assert.Equal(Number, RequestNumberReader.Read(whatsApp.AbsoluteUri).Number);
    }

    private static IEnumerable<RequestNumber> Random(int count)
    {
        var random = new Random(5);
        for (var i = 0; i < count; i++)
        {
            yield return new RequestNumber(random.Next(0, 100), random.Next(2000, 2100), random.Next(1, 100_000));
        }
    }
}
