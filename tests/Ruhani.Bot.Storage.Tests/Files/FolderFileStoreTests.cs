using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ruhani.Bot.Storage.Files;

namespace Ruhani.Bot.Storage.Tests.Files;

public sealed class FolderFileStoreTests : FileStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ruhani-files-").FullName;
    private readonly FolderFileStore _files;

    public FolderFileStoreTests() => _files = new FolderFileStore(Path.Combine(_folder, "files"), Time);

    protected override IFileStore Files => _files;

    public void Dispose()
    {
        _files.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Another_start_finds_what_was_saved_before_it()
    {
        var id = (await SaveAsync(Pdf, "a.pdf")).File.Id;
        using var next = new FolderFileStore(Path.Combine(_folder, "files"), Time);

        await using var content = await next.OpenAsync(id, Cancel);

        Assert.Equal(Pdf.Length, content!.Length);
    }

    [Fact]
    public async Task Nothing_of_a_name_becomes_part_of_a_path()
    {
        await SaveAsync(Pdf, "../../../outside.pdf");

        var file = Assert.Single(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Matches("files/[0-9a-f]{2}/[0-9a-f]{64}$", file.Replace('\\', '/'));
    }

    [Fact]
    public async Task Only_the_host_s_user_may_read_the_files_and_nobody_may_run_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights in the folder.");
        await SaveAsync(Pdf, "a.pdf");

        var file = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Single();

#pragma warning disable CA1416 // Skipped where there are none.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
#pragma warning restore CA1416
    }

    [Fact]
    public async Task A_half_file_in_place_of_a_whole_one_is_mended_by_the_next_save()
    {
        var id = (await SaveAsync(Pdf, "a.pdf")).File.Id;
        await File.WriteAllBytesAsync(Path.Combine(_folder, "files", id[..2], id), Pdf[..5], Cancel);

        Assert.True((await SaveAsync(Pdf, "a.pdf")).IsNew);
        Assert.Equal(Pdf, await ReadAsync(id));
    }

    [Fact]
    public async Task What_a_host_that_died_left_half_written_is_swept_up_after_a_day()
    {
        var parts = Directory.CreateDirectory(Path.Combine(_folder, "files", "parts")).FullName;
        var (old, recent) = (Path.Combine(parts, "old"), Path.Combine(parts, "recent"));
        foreach (var (path, hours) in (ReadOnlySpan<(string, int)>)[(old, 25), (recent, 1)])
        {
            File.WriteAllText(path, "half");
            File.SetLastWriteTimeUtc(path, (Time.GetUtcNow() - TimeSpan.FromHours(hours)).UtcDateTime);
        }

        await Files.SweepAsync(Time.GetUtcNow(), (_, _) => Task.FromResult(true), Cancel);

        Assert.Equal([recent], Directory.GetFiles(parts));
    }

    [Fact]
    public async Task A_save_that_meets_a_sweep_is_never_lost()
    {
        for (var round = 0; round < 50; round++)
        {
            var id = (await SaveAsync(Pdf, "a.pdf")).File.Id;
            Time.Advance(TimeSpan.FromDays(1));
            var sweep = Task.Run(() => Files.SweepAsync(Time.GetUtcNow(), (_, _) => Task.FromResult(false), Cancel));
            await Task.Run(() => SaveAsync(Pdf, "a.pdf"));
            await sweep;

            Assert.Equal(Pdf, await ReadAsync(id));
        }
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_a_store_that_is_down()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "files"), "in the way", Cancel);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => SaveAsync(Pdf, "a.pdf"));
    }

    [Theory]
    [InlineData("", "files")]
    [InlineData("elsewhere", "elsewhere")]
    public async Task Files_lie_beside_the_database_unless_told_otherwise(string path, string expected)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Time);
        services.AddFolderFileStore(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Files:Path"] = path.Length == 0 ? null : Path.Combine(_folder, path),
        }).Build());
        services.Configure<Storage.LiteDb.LiteDbOptions>(options => options.Path = Path.Combine(_folder, "ruhani.db"));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IFileStore>().SaveAsync(new MemoryStream(Pdf), "a.pdf", 1000, Cancel);

        Assert.True(Directory.Exists(Path.Combine(_folder, expected)));
    }
}
