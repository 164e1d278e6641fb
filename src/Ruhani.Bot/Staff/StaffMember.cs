using System.Security.Cryptography;
using System.Text;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>Somebody of the office, as the directory has them.</summary>
/// <param name="Address">The person's address.</param>
/// <param name="Person">The person, with a membership.</param>
/// <param name="Document">The document it was read from, to change it.</param>
public sealed record StaffMember(string Address, Person Person, StoredDocument Document)
{
    private const int KeyLength = 12;

    /// <summary>The membership.</summary>
    public Membership Membership => Person.Membership!;

    /// <summary>What a button calls the person: tells nothing of the address.</summary>
    public string Key => KeyOf(Address);

    /// <summary>The key of an address.</summary>
    public static string KeyOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..KeyLength];
}
