namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>How the stand-in is set up; every default works.</summary>
public sealed record WhatsAppServerSettings
{
    public string Version { get; init; } = "v26.0";

    public string PhoneNumberId { get; init; } = "100200300400";

    public string DisplayPhoneNumber { get; init; } = "77172700000";

    public string AccountId { get; init; } = "500600700";

    public string AccessToken { get; init; } = "stand-in-token";

    public string AppSecret { get; init; } = "stand-in-secret";

    public string VerifyToken { get; init; } = "stand-in-verify";

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>True to send <c>sent</c> and <c>delivered</c> by itself after each accepted message.</summary>
    public bool ReportsDelivery { get; init; }
}
