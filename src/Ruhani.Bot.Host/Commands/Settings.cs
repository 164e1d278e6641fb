namespace Ruhani.Bot.Host.Commands;

/// <summary>
/// Tells settings on the command line from verbs and options: a setting's name has a colon or is <c>Urls</c>, as .NET
/// programs write them. Everything else is the command line library's.
/// </summary>
internal static class Settings
{
    public static (string[] Words, string[] Settings) Split(string[] args)
    {
        var words = new List<string>();
        var settings = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var arg = args[i];
            var name = arg.Split('=', 2)[0];
            if (!name.StartsWith("--", StringComparison.Ordinal)
                || !(name.Contains(':', StringComparison.Ordinal)
                    || name.Equals("--urls", StringComparison.OrdinalIgnoreCase)))
            {
                words.Add(arg);
                continue;
            }

            settings.Add(arg);
            if (!arg.Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. words], [.. settings]);
    }

    /// <summary>The settings file, the environment, then the command line; the later wins.</summary>
    public static IConfigurationRoot Read(string[] settings)
    {
        var builder = new ConfigurationBuilder();
        Add(builder, settings);
        return builder.Build();
    }

    /// <summary>Adds the three sources.</summary>
    public static void Add(IConfigurationBuilder builder, string[] settings) => builder
        .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(settings);
}
