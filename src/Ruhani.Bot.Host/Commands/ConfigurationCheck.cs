using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels.Telegram;
using Ruhani.Bot.Channels.WebChat;
using Ruhani.Bot.Channels.WhatsApp;
using Ruhani.Bot.Files;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.People;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage.Files;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Host.Commands;

/// <summary>
/// Reads the whole configuration once before anything starts. Each mistake is one line with the key, what it holds
/// (never for a secret) and what it should hold.
/// </summary>
internal static class ConfigurationCheck
{
    private static readonly (string Section, Type Options, string[] Others)[] Sections =
    [
        (TelegramOptions.Section, typeof(TelegramOptions), []),
        (WhatsAppOptions.Section, typeof(WhatsAppOptions), []),
        (WebChatOptions.Section, typeof(WebChatOptions), []),
        (LiteDbOptions.Section, typeof(LiteDbOptions), []),
        (OutboxOptions.Section, typeof(OutboxOptions), []),
        (TurnOptions.Section, typeof(TurnOptions), ["Outbox", "Files"]),
        (FileLimits.Section, typeof(FileLimits), []),
        (OfficeOptions.Section, typeof(OfficeOptions), ["Holidays", "QuietHours"]),
        (LogoOptions.Section, typeof(LogoOptions), []),
        (RolesOptions.Section, typeof(RolesOptions), []),
        (FileStoreOptions.Section, typeof(FileStoreOptions), []),
        ("Storage", typeof(StorageChoice), ["LiteDb", "PostgreSql", "Files"]),
    ];

    private static readonly string[] SecretWords = ["Token", "Secret", "Password", "ConnectionString", "Key"];

    public static IReadOnlyList<string> Check(IConfiguration configuration)
    {
        var problems = new List<string>();
        foreach (var (section, type, others) in Sections)
        {
            CheckSection(configuration.GetSection(section), type, others, problems);
        }

        CheckUrls(configuration["Urls"], problems);
        if (problems.Count == 0)
        {
            Validate(configuration, TelegramOptions.Section, new TelegramOptionsValidator(), problems);
            Validate(configuration, WhatsAppOptions.Section, new WhatsAppOptionsValidator(), problems);
            Validate(configuration, WebChatOptions.Section, new WebChatOptionsValidator(), problems);
            Validate(configuration, LogoOptions.Section, new LogoOptionsValidator(), problems);
        }

        return problems;
    }

    private static void CheckSection(
        IConfigurationSection section, Type type, string[] others, List<string> problems)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite || property.PropertyType.IsGenericType)
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (properties.TryGetValue(child.Key, out var property))
            {
                CheckValue(child, property, problems);
            }
            else if (!others.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add($"{child.Path} is not a setting; known are: " +
                    string.Join(", ", properties.Values.Select(known => known.Name).Concat(others)));
            }
        }
    }

    private static void CheckValue(IConfigurationSection child, PropertyInfo property, List<string> problems)
    {
        if (child.Value is not { } text)
        {
            return;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object? value;
        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            problems.Add($"{child.Path} holds {Shown(child.Key, text)}; it should be {Expected(property, type)}");
            return;
        }

        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            if (!rule.IsValid(value))
            {
                problems.Add($"{child.Path} holds {Shown(child.Key, text)}; it should be {Expected(property, type)}");
            }
        }
    }

    private static string Expected(PropertyInfo property, Type type)
    {
        var words = type == typeof(bool) ? "true or false"
            : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type))
            : type == typeof(TimeSpan) ? "a length of time such as 00:30:00"
            : type == typeof(Uri) ? "an address such as https://example.kz"
            : type.IsPrimitive ? "a whole number"
            : "a text";
        return property.GetCustomAttribute<RangeAttribute>() is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"{words} from {range.Minimum} to {range.Maximum}")
            : words;
    }

    private static string Shown(string key, string value) =>
        SecretWords.Any(word => key.EndsWith(word, StringComparison.OrdinalIgnoreCase)) ? "a secret" : $"'{value}'";

    private static void CheckUrls(string? urls, List<string> problems)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal);
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                problems.Add($"Urls holds '{url}'; it should be an address such as http://127.0.0.1:5080");
            }
            else if (uri.Scheme == Uri.UriSchemeHttps)
            {
                problems.Add($"Urls holds '{url}'; it should be an http address: a proxy in front speaks https");
            }
        }
    }

    private static void Validate<T>(
        IConfiguration configuration, string section, IValidateOptions<T> validator, List<string> problems)
        where T : class, new()
    {
        if (!configuration.GetSection(section).Exists())
        {
            return;
        }

        var options = configuration.GetSection(section).Get<T>() ?? new T();
        if (validator.Validate(null, options) is { Failed: true, Failures: var failures })
        {
            problems.AddRange(failures);
        }
    }

    private sealed class StorageChoice
    {
        public StorageProvider Provider { get; set; }
    }

    // PostgreSql is named in the contract; this version has the one-host store only and must not start as if it had it.
    private enum StorageProvider
    {
        LiteDb,
    }
}
