using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Ruhani.Bot.Storage.Tests;

/// <summary>What any file store must do.</summary>
public abstract class FileStoreContract
{
    private const long Limit = 1 << 20;

    protected static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.7 өтінім");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2027, 5, 25, 9, 0, 0, TimeSpan.FromHours(5)));

    protected abstract IFileStore Files { get; }

    [Fact]
    public async Task What_was_saved_is_read_back_under_its_hash()
    {
        var saved = await SaveAsync(Pdf, "Өтінім №5 – әкімдік.pdf");

        Assert.True(saved.IsNew);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Pdf)), saved.File.Id);
        Assert.Equal(
            ("Өтінім №5 – әкімдік.pdf", "application/pdf", Pdf.Length),
            (saved.File.Name, saved.File.MediaType, saved.File.Size));
        Assert.Equal(Pdf, await ReadAsync(saved.File.Id));
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once_under_every_name()
    {
        var first = await SaveAsync(Pdf, "хат.pdf");
        var second = await SaveAsync(Pdf, "письмо.pdf");

        Assert.Equal((true, false), (first.IsNew, second.IsNew));
        Assert.Equal(first.File with { Name = "письмо.pdf" }, second.File);
    }

    [Fact]
    public async Task Many_at_once_of_the_same_bytes_are_one_file()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => SaveAsync(Pdf, $"{i}.pdf"))));

        Assert.Single(saved.Select(each => each.File.Id).Distinct());
        Assert.Equal(Pdf, await ReadAsync(saved[0].File.Id));
    }

    [Fact]
    public async Task A_file_of_just_the_limit_is_kept_and_one_byte_more_is_not()
    {
        var bytes = Encoding.ASCII.GetBytes(new string('a', 1000));

        Assert.IsType<FileSaving.Saved>(await Files.SaveAsync(new MemoryStream(bytes), "a.txt", 1000, Cancel));
        Assert.Equal(
            new FileSaving.TooLarge(999), await Files.SaveAsync(new MemoryStream(bytes), "b.txt", 999, Cancel));
    }

    [Fact]
    public async Task Nothing_at_all_is_no_file() =>
        Assert.IsType<FileSaving.Empty>(await Files.SaveAsync(new MemoryStream(), "a.pdf", Limit, Cancel));

    [Theory]
    [InlineData("photo.png", "MZ\u0090\0\u0003")]
    [InlineData("page.pdf", "<html><script>")]
    [InlineData("run.sh", "echo")]
    [InlineData("list.txt", "#!/bin/sh")]
    public async Task What_is_none_of_the_known_kinds_is_refused_whatever_its_name(string name, string content) =>
        Assert.IsType<FileSaving.WrongKind>(
            await Files.SaveAsync(new MemoryStream(Encoding.Latin1.GetBytes(content)), name, Limit, Cancel));

    [Fact]
    public async Task A_sender_whose_line_breaks_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Files.SaveAsync(new BrokenStream(Pdf), "a.pdf", Limit, Cancel));

        Assert.Null(await Files.OpenAsync(Convert.ToHexStringLower(SHA256.HashData(Pdf)), Cancel));
        Assert.Equal(0, await Files.SweepAsync(DateTimeOffset.MaxValue, (_, _) => Task.FromResult(false), Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("AB")]
    public async Task An_id_that_is_none_finds_nothing(string id)
    {
        Assert.Null(await Files.OpenAsync(id, Cancel));
        Assert.False(await Files.DeleteAsync(id, Cancel));
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_can_be_saved_again()
    {
        var id = (await SaveAsync(Pdf, "a.pdf")).File.Id;

        Assert.True(await Files.DeleteAsync(id, Cancel));
        Assert.False(await Files.DeleteAsync(id, Cancel));
        Assert.Null(await Files.OpenAsync(id, Cancel));
        Assert.True((await SaveAsync(Pdf, "a.pdf")).IsNew);
    }

    [Fact]
    public async Task A_sweep_takes_only_what_is_old_and_not_needed()
    {
        var needed = (await SaveAsync(Pdf, "a.pdf")).File.Id;
        var old = (await SaveAsync("%PDF-1.4 old"u8.ToArray(), "b.pdf")).File.Id;
        var again = (await SaveAsync("%PDF-1.4 again"u8.ToArray(), "c.pdf")).File.Id;
        Time.Advance(TimeSpan.FromDays(50));
        var fresh = (await SaveAsync("%PDF-1.4 new"u8.ToArray(), "d.pdf")).File.Id;
        await SaveAsync("%PDF-1.4 again"u8.ToArray(), "c.pdf");

        var swept = await Files.SweepAsync(
            Time.GetUtcNow() - TimeSpan.FromDays(45), (id, _) => Task.FromResult(id == needed), Cancel);

        Assert.Equal(1, swept);
        Assert.Null(await Files.OpenAsync(old, Cancel));
        foreach (var id in (string[])[needed, again, fresh])
        {
            Assert.NotEmpty(await ReadAsync(id));
        }
    }

    [Fact]
    public async Task Whoever_reads_a_file_while_it_is_deleted_reads_on()
    {
        var id = (await SaveAsync(Pdf, "a.pdf")).File.Id;
        await using var open = (await Files.OpenAsync(id, Cancel))!;

        await Files.DeleteAsync(id, Cancel);

        using var read = new MemoryStream();
        await open.CopyToAsync(read, Cancel);
        Assert.Equal(Pdf, read.ToArray());
    }

    protected async Task<FileSaving.Saved> SaveAsync(byte[] bytes, string? name) =>
        Assert.IsType<FileSaving.Saved>(await Files.SaveAsync(new MemoryStream(bytes), name, Limit, Cancel));

    protected async Task<byte[]> ReadAsync(string id)
    {
        await using var content = await Files.OpenAsync(id, Cancel);
        Assert.NotNull(content);
        using var read = new MemoryStream();
        await content.CopyToAsync(read, Cancel);
        return read.ToArray();
    }

    /// <summary>Gives some bytes, then breaks.</summary>
    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length
                ? base.ReadAsync(buffer[..Math.Min(buffer.Length, 4)], cancellationToken)
                : throw new IOException("the line broke");
    }
}
