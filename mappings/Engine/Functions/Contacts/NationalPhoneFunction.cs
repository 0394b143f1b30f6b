namespace IntegrationHub.Mappings.Engine.Functions.Contacts;

internal static class NationalPhoneFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "national-phone",
        Summary = "Writes an E.164 number of mainland France as ten digits, for a target system that asks for it; other numbers stay as they are.",
        Examples =
        [
            new("national-phone", "+33612345678", "0612345678"),
            new("national-phone", "+41221234567", "+41221234567"),
            new("national-phone", "0612", null, "phone.invalid"),
        ],
        Bind = static _ => static (input, attempt) => (string)input switch
        {
            ['+', '3', '3', .. var rest] when rest.Length == 9 => "0" + rest,
            ['+', ..] other => other,
            _ => attempt.Fail("phone.invalid"),
        },
    };
}
