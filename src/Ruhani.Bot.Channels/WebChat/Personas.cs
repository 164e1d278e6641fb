namespace Ruhani.Bot.Channels.WebChat;

/// <summary>The people of the demo: made-up users whose roles the host grants, obtainable over loopback only.</summary>
public static class Personas
{
    private const string Prefix = "demo-";

    /// <summary>Their names, in the order the page offers them.</summary>
    public static IReadOnlyList<string> All { get; } = ["citizen", "staff", "approver", "organiser", "administrator"];

    /// <summary>A persona's user id (<c>demo-staff</c>); the person's address is <c>webchat:demo-staff</c>.</summary>
    public static string User(string persona) => Prefix + persona;

    /// <summary>True when a user id is a persona's.</summary>
    internal static bool IsUser(string user) =>
        user.StartsWith(Prefix, StringComparison.Ordinal) && All.Contains(user[Prefix.Length..]);
}
