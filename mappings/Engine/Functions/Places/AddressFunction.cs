using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

internal static class AddressFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "address",
        Summary = "A postal address from one column or several lines: house number, street with its type written out, complement, postal code and city.",
        Takes = ValueKind.Text | ValueKind.Texts | ValueKind.Columns,
        Gives = ValueKind.Address,
        Examples =
        [
            new("address", "12 bis, av. des Lilas 74000 ANNECY", "houseNumber: 12 bis; street: avenue des Lilas; postCode: 74000; city: ANNECY"),
            new("address", ["Bât. C", "3 R DES ECOLES"], "houseNumber: 3; street: rue DES ECOLES; complement: Bât. C"),
            new("address", "Rés. du Parc, 5B bd Carnot", "houseNumber: 5 B; street: boulevard Carnot; complement: Rés. du Parc"),
            new("address", "Le Bourg", "street: Le Bourg"),
            new("address", "BP 12", "complement: BP 12"),
            new("address", "12", null, "address.number-alone"),
        ],
        Bind = static _ => static (input, attempt) => Of(input as string?[] ?? [(string)input], attempt),
    };

    public static object? Of(string?[] lines, Attempt attempt) =>
        lines.Length == 1 && lines[0] is { Length: <= 5 } only && !only.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? attempt.Fail("address.number-alone")
            : AddressText.Of(lines);
}
