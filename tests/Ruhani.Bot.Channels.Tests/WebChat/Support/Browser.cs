using Microsoft.Playwright;

namespace Ruhani.Bot.Channels.Tests.WebChat.Support;

/// <summary>One headless Chromium for all browser tests; they are skipped, aloud, where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string Path => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path))
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags });
    }

    /// <summary>Opens a page of its own profile, failing the test on any script error or refused resource.</summary>
    public async Task<BrowserPage> OpenAsync(
        Uri address, string locale = "kk-KZ", int width = 390, int height = 800, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null)
        {
            Assert.Skip($"No Chromium at {Path}; install it or name it in the variable CHROMIUM.");
        }

        var context = await _browser.NewContextAsync(new()
        {
            Locale = locale,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            TimezoneId = "Asia/Qyzylorda",
        });
        var page = await BrowserPage.OpenAsync(context);
        await page.Page.GotoAsync(address.ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
