namespace IntegrationHub.Tests.Conformance;

/// <summary>Values a prepared system holds and nobody may see again. Both have right keys and belong to nobody.</summary>
public static class Planted
{
    public const string Nir = "284058832102532";
    public const string Iban = "FR7630006000011234567890189";
}
