using System.Text;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Storage;
using Subscriber;

namespace IntegrationHub.Tests.Delivery;

/// <summary>Whether a subscriber's copy is what the registry holds: the same people and values.</summary>
/// <remarks>A version that changed nothing to be seen is not told, as an override that repeats its own value: a copy's versions may be lower, never higher.</remarks>
internal static class Same
{
    /// <param name="copy">What the subscriber holds.</param>
    /// <param name="storage">The registry.</param>
    public static async Task AssertAsync(Copy copy, StorageSettings storage)
    {
        await using var stores = await RegistryStores.OpenAsync(storage);
        var held = copy.Held();
        var expected = new List<string>();
        await foreach (var row in stores.Reader.ReadAllGoldensAsync(default))
        {
            if (row.Golden.State == GoldenState.Active)
            {
                var id = row.Golden.Id.ToString();
                expected.Add($"{id} {Encoding.UTF8.GetString(RegistryJson.Write(row.Golden.Citizen))}");
                Assert.True(!held.TryGetValue(id, out var told) || told.Version <= row.Golden.Version, $"{id} is held in a version that is not there yet");
            }
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), held.Select(pair => $"{pair.Key} {pair.Value.Citizen}").Order(StringComparer.Ordinal));
    }
}
