using System.Text.Json;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Hub.Contracts;

/// <summary>How a view of a person is written as JSON: the registry's one form, so that API, webhooks and export read alike.</summary>
public static class ViewJson
{
    public static void Write(Utf8JsonWriter writer, CitizenView view) => RegistryJson.Write(writer, new GoldenRecord
    {
        Id = view.Id,
        Version = view.Version,
        State = view.State,
        Citizen = view.Citizen,
        Provenance = view.Provenance,
        Members = view.Members,
    });
}
