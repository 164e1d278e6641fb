using Ruhani.Bot.Linguistics.Answers;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Reads telephone numbers and shows them as people write them.</summary>
internal static class PhoneSlots
{
    public static SlotReading Read(string text) => PhoneReader.Read(text) switch
    {
        PhoneReading.Found found => new SlotReading.Filled(new SlotValue.Phone(found.E164, found.Extension)),
        PhoneReading.Refused { Fault: var fault } => fault switch
        {
            PhoneFault.Iin => new SlotReading.Wrong("slots.no-iin"),
            PhoneFault.TooShort => new SlotReading.Wrong("slots.phone-too-short"),
            PhoneFault.TooLong => new SlotReading.Wrong("slots.phone-too-long"),
            PhoneFault.UnknownCode => new SlotReading.Wrong("slots.phone-unknown-code"),
            PhoneFault.Several => new SlotReading.Wrong("slots.several-phones"),
            _ => new SlotReading.NoAnswer("slots.expected-phone"),
        },
        _ => new SlotReading.NoAnswer("slots.expected-phone"),
    };

    /// <summary>The same of a shared contact, whose number networks give with its country's code and no plus.</summary>
    public static SlotReading ReadContact(string phone) =>
        Read(phone.All(char.IsAsciiDigit) && !phone.StartsWith('8') ? "+" + phone : phone);

    public static string Show(SlotValue.Phone phone, string extensionWord) =>
        PhoneReader.Format(phone.Digits) + (phone.Extension is null ? "" : $", {extensionWord} {phone.Extension}");
}
