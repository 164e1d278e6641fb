using Ruhani.Bot.Storage.LiteDb;

namespace Ruhani.Bot.Storage.Tests.LiteDb;

public sealed class LogStreamTests
{
    private const int PageSize = 8192;

    [Fact]
    public void What_lay_behind_a_hole_does_not_follow_what_is_written_into_it()
    {
        using var file = new MemoryStream();
        var log = new LogStream(new DurableStream(file));
        for (byte n = 1; n <= 4; n++)
        {
            log.Write(Page(n), 0, PageSize);
        }

        // The second page never got to the disk; the others did.
        file.Position = 4096 + PageSize + 16 + 100;
        file.WriteByte(0xFF);
        var after = new LogStream(new DurableStream(file));
        Assert.Equal(PageSize, after.Length);
        after.Position = after.Length;
        after.Write(Page(9), 0, PageSize);

        var again = new LogStream(new DurableStream(file));
        var last = new byte[PageSize];
        again.Position = PageSize;
        Assert.Equal(2 * PageSize, again.Length);
        Assert.Equal(PageSize, again.Read(last, 0, PageSize));
        Assert.Equal(Page(9), last);
    }

    private static byte[] Page(byte content) => [.. Enumerable.Repeat(content, PageSize)];
}
