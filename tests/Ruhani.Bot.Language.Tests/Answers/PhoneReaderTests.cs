using Ruhani.Bot.Linguistics.Answers;

namespace Ruhani.Bot.Language.Tests.Answers;

public sealed class PhoneReaderTests
{
    [Theory]
    [InlineData("+77010000000", "+77010000000")]
    [InlineData("+7 701 000 00 00", "+77010000000")]
    [InlineData("+7 (701) 000-00-00", "+77010000000")]
    [InlineData("8 701 000 00 00", "+77010000000")]
    [InlineData("8(701)0000000", "+77010000000")]
    [InlineData("87010000000", "+77010000000")]
    [InlineData("77010000000", "+77010000000")]
    [InlineData("7010000000", "+77010000000")]
    [InlineData("701 000 00 00", "+77010000000")]
    [InlineData("8.701.000.00.00", "+77010000000")]
    [InlineData("8–701–000–00–00", "+77010000000")]
    [InlineData("+7\u00A0701\u00A0000\u00A000\u00A000", "+77010000000")]
    [InlineData("+8 701 000 00 00", "+77010000000")]
    [InlineData("007 701 000 00 00", "+77010000000")]
    [InlineData("менің нөмірім 8 747 123 45 67", "+77471234567")]
    [InlineData("Телефон: +7 775 123-45-67, Айгүл", "+77751234567")]
    [InlineData("тел. 8 (7172) 74-14-92", "+77172741492")]
    [InlineData("7172 74 14 92", "+77172741492")]
    [InlineData("8 (727) 250-00-00", "+77272500000")]
    [InlineData("+7 912 345 67 89", "+79123456789")]
    [InlineData("8 495 123 45 67", "+74951234567")]
    [InlineData("+998 90 123 45 67", "+998901234567")]
    [InlineData("00998901234567", "+998901234567")]
    [InlineData("8-10-998-90-123-45-67", "+998901234567")]
    [InlineData("+1 (212) 555-01-23", "+12125550123")]
    [InlineData("+49 30 123456", "+4930123456")]
    public void Numbers_are_read_with_any_marks(string text, string number) =>
        Assert.Equal(new PhoneReading.Found(number), PhoneReader.Read(text));

    [Theory]
    [InlineData("8 (7172) 74-14-92 доб. 12", "12")]
    [InlineData("8 (7172) 74-14-92, ішкі 104", "104")]
    [InlineData("+7 7172 74 14 92 вн. 7", "7")]
    public void An_extension_is_kept(string text, string extension) =>
        Assert.Equal(new PhoneReading.Found("+77172741492", extension), PhoneReader.Read(text));

    [Theory]
    [InlineData("", PhoneFault.NoNumber)]
    [InlineData("не скажу", PhoneFault.NoNumber)]
    [InlineData("112", PhoneFault.TooShort)]
    [InlineData("74-14-92", PhoneFault.TooShort)]
    [InlineData("8 701 000 00", PhoneFault.TooShort)]
    [InlineData("+7 701 000", PhoneFault.TooShort)]
    [InlineData("+99890", PhoneFault.TooShort)]
    [InlineData("8 701 000 00 000", PhoneFault.TooLong)]
    [InlineData("+770100000000", PhoneFault.TooLong)]
    [InlineData("+99890123456789012", PhoneFault.TooLong)]
    [InlineData("998 90 123 45 67", PhoneFault.UnknownCode)]
    [InlineData("9123456789", PhoneFault.UnknownCode)]
    [InlineData("+7 001 000 00 00", PhoneFault.UnknownCode)]
    [InlineData("8 788 000 00 00", PhoneFault.UnknownCode)]
    [InlineData("0701000000", PhoneFault.UnknownCode)]
    [InlineData("87010000000, 87020000000", PhoneFault.Several)]
    [InlineData("87010000000 87020000000", PhoneFault.Several)]
    [InlineData("+77010000000 +77020000000", PhoneFault.Several)]
    [InlineData("8 701 000 00 00 или 8 702 000 00 00", PhoneFault.Several)]
    [InlineData("900101300106", PhoneFault.Iin)]
    [InlineData("ЖСН 900101 300106", PhoneFault.Iin)]
    public void What_is_no_number_says_why(string text, PhoneFault fault) =>
        Assert.Equal(new PhoneReading.Refused(fault), PhoneReader.Read(text));

    [Theory]
    [InlineData("+77172741492", "+7 7172 74 14 92")]
    [InlineData("+77010000000", "+7 701 000 00 00")]
    [InlineData("+77272500000", "+7 727 250 00 00")]
    [InlineData("+77123051234", "+7 71230 5 12 34")]
    [InlineData("+79123456789", "+7 912 345 67 89")]
    [InlineData("+998901234567", "+998901234567")]
    [InlineData("", "")]
    public void A_number_is_written_as_people_write_it(string number, string written) =>
        Assert.Equal(written, PhoneReader.Format(number));

    [Fact]
    public void What_is_written_is_read_back()
    {
        var random = new Random(20260520);
        string[] codes = ["701", "747", "775", "7172", "7252", "727", "71230"];
        for (var i = 0; i < 2000; i++)
        {
            var code = codes[random.Next(codes.Length)];
            var number = "+7" + code + random.NextInt64(1_000_000_000).ToString("000000000",
                System.Globalization.CultureInfo.InvariantCulture)[..(10 - code.Length)];
            Assert.Equal(new PhoneReading.Found(number), PhoneReader.Read(PhoneReader.Format(number)));
            Assert.Equal(new PhoneReading.Found(number), PhoneReader.Read("8" + number[2..]));
        }
    }

    [Fact]
    public void Nothing_throws_on_nonsense()
    {
        foreach (var text in RandomText.Many(20_000))
        {
            Assert.NotNull(PhoneReader.Read(text));
            Assert.NotNull(PhoneReader.Format(text));
        }
    }
}
