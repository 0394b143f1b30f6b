using System.Text;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Storage;
using Subscriber;

namespace IntegrationHub.Tests.Delivery;

/// <summary>Whether a subscriber's copy is what the registry holds: the same people, versions and values.</summary>
internal static class Same
{
    public static async Task AssertAsync(Copy copy, StorageSettings storage)
    {
        await using var stores = await RegistryStores.OpenAsync(storage);
        var expected = new List<string>();
        await foreach (var row in stores.Reader.ReadAllGoldensAsync(default))
        {
            if (row.Golden.State == GoldenState.Active)
            {
                expected.Add($"{row.Golden.Id} {row.Golden.Version} {Encoding.UTF8.GetString(RegistryJson.Write(row.Golden.Citizen))}");
            }
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), copy.Held().Select(pair => $"{pair.Key} {pair.Value.Version} {pair.Value.Citizen}").Order(StringComparer.Ordinal));
    }
}
