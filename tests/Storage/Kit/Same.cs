using System.Text;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Tests.Storage.Kit;

/// <summary>Compares rows by every value they hold; records with lists compare by reference, so JSON forms stand for them.</summary>
internal static class Same
{
    public static string Text(GoldenRow row) =>
        $"{Encoding.UTF8.GetString(RegistryJson.Write(row.Golden))} {row.CreatedAt:O} {row.UpdatedAt:O} {row.Overrides}";

    public static string Text(PartRow row) =>
        $"{row.PartId} {row.RecordId} {row.Key} {row.Golden} {row.LastGolden} {row.Matchable} {row.ChangedAt:O} {Encoding.UTF8.GetString(RegistryJson.Write(row.Citizen))}";

    public static string Text(RecordRow row) => $"{row with { Body = default }} {Convert.ToHexString(row.Body.Span)}";

    public static string Text(RegistryChange change) => Encoding.UTF8.GetString(RegistryJson.Write(change));

    public static string Text(QuarantineRow row) => $"{row with { Body = default }} {Convert.ToHexString(row.Body.Span)}";

    public static void Goldens(IEnumerable<GoldenRow> expected, IEnumerable<GoldenRow> actual) => Assert.Equal(expected.Select(Text), actual.Select(Text));

    public static void Parts(IEnumerable<PartRow> expected, IEnumerable<PartRow> actual) => Assert.Equal(expected.Select(Text), actual.Select(Text));

    public static void Changes(IEnumerable<RegistryChange> expected, IEnumerable<RegistryChange> actual) => Assert.Equal(expected.Select(Text), actual.Select(Text));
}
