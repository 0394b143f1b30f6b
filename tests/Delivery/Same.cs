using System.Text;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Storage;
using Subscriber;

namespace IntegrationHub.Tests.Delivery;

/// <summary>Whether a subscriber's copy is what the registry holds: the same people, versions and values.</summary>
internal static class Same
{
    /// <param name="copy">What the subscriber holds.</param>
    /// <param name="storage">The registry.</param>
    /// <param name="versions">Whether the versions are the same too; one that changed nothing to be seen is not told.</param>
    public static async Task AssertAsync(Copy copy, StorageSettings storage, bool versions = true)
    {
        await using var stores = await RegistryStores.OpenAsync(storage);
        var expected = new List<string>();
        await foreach (var row in stores.Reader.ReadAllGoldensAsync(default))
        {
            if (row.Golden.State == GoldenState.Active)
            {
                expected.Add($"{row.Golden.Id} {(versions ? row.Golden.Version : 0)} {Encoding.UTF8.GetString(RegistryJson.Write(row.Golden.Citizen))}");
            }
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), copy.Held().Select(pair => $"{pair.Key} {(versions ? pair.Value.Version : 0)} {pair.Value.Citizen}").Order(StringComparer.Ordinal));
    }
}
