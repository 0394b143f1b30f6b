using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Files.Settings;

/// <summary>Settings of the <c>fixed-width</c> connector.</summary>
public sealed record FixedWidthSettings : FileSettings
{
    [Setting("Document YAML qui dit où se trouvent les champs", "YAML document that says where the fields stand")]
    public required string Layout { get; init; }

    [Setting("Encodage", "Encoding")]
    public TextEncoding Encoding { get; init; } = TextEncoding.Auto;
}
