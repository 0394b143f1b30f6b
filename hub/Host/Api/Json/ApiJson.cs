using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Host.Api.Json;

/// <summary>The JSON of the API: the registry's own forms for people, camel case for the rest, nulls left out.</summary>
public static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new WrittenConverter<CitizenView>(ViewJson.Write));
        options.Converters.Add(new WrittenConverter<PersonState>(PersonJson.Write));
        options.Converters.Add(new WrittenConverter<Citizen>(RegistryJson.Write));
        options.Converters.Add(new WrittenConverter<GoldenId>(static (writer, id) => writer.WriteStringValue(id.ToString())));
        options.Converters.Add(new WrittenConverter<SourceVersion>(static (writer, version) => writer.WriteStringValue(version.ToString())));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
