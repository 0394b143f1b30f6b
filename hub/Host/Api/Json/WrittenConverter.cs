using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Host.Api.Json;

/// <summary>Writes a type in a form that is defined elsewhere; the API never reads it.</summary>
public sealed class WrittenConverter<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeof(T).Name} is only written");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
}
