using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Xml;

namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>The key of a third party: its number in the finance software, which is unique within one budget of one collectivité.</summary>
internal static class PesKey
{
    /// <returns>Null when nothing tells who it is.</returns>
    public static string? Of(PesHeader header, XmlItem tiers)
    {
        var info = tiers.Child("InfoTiers");
        string Said(string name) => info?.Child(name)?.Attribute("V") ?? "";
        var own = Said("RefTiers") is { Length: > 0 } number ? number
            : Said("IdTiers") is { Length: > 0 } id ? $"id/{Said("NatIdTiers")}/{id}"
            : Said("Nom") is { Length: > 0 } name ? "nom/" + Print($"{name}\0{Said("ComplNom")}\0{Said("Prenom")}\0{Postal(tiers)}")
            : null;
        return own is null ? null : RowKey.Join([header.Body, header.Budget, own]);
    }

    private static string Postal(XmlItem tiers) =>
        string.Join('\0', tiers.Child("Adresse")?.Children.Select(child => child.Attribute("V") ?? "") ?? []);

    // A key is shown in logs and screens: it must not be a name.
    private static string Print(string text) => RowKey.Hash(System.Text.Encoding.UTF8.GetBytes(text)).ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
