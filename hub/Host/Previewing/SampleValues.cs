using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions.Documents;

namespace IntegrationHub.Host.Previewing;

/// <summary>A made-up person out of values under the names an outgoing mapping reads: <c>address.street</c>, <c>email</c>, <c>extra.longitude</c>.</summary>
public static class SampleValues
{
    /// <summary>Reads <c>address.street=12 rue des Lilas; address.city=Angers</c>.</summary>
    /// <exception cref="SampleException">A part is no NAME=VALUE.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cut = part.IndexOf('=', StringComparison.Ordinal);
            if (cut < 1)
            {
                throw new SampleException(part, null);
            }

            values[part[..cut].Trim()] = part[(cut + 1)..].Trim();
        }

        return values;
    }

    /// <param name="name">What to call the sample.</param>
    /// <param name="values">By name.</param>
    /// <param name="read">Names the mapping reads; any other is refused.</param>
    /// <exception cref="SampleException">A name the mapping does not read.</exception>
    public static SamplePerson Of(string name, IReadOnlyDictionary<string, string> values, IReadOnlyList<string> read)
    {
        var person = new JsonObject { ["id"] = name };
        foreach (var (word, value) in values)
        {
            if (!read.Contains(word))
            {
                throw new SampleException(word, NearestWord.Of(word, read));
            }

            Put(person, word, value);
        }

        return new SamplePerson(name, person);
    }

    private static void Put(JsonObject person, string word, string value)
    {
        var dot = word.IndexOf('.', StringComparison.Ordinal);
        var (head, tail) = dot < 0 ? (word, "") : (word[..dot], word[(dot + 1)..]);
        switch (head)
        {
            case "address":
                Member(List(person, "addresses"), tail, value);
                break;
            case "email" or "emails":
                Member(List(person, "emails"), "value", value);
                break;
            case "phone" or "phones":
                Member(List(person, "phones"), "value", value);
                break;
            case "identifiers":
                List(person, "identifiers").Add(new JsonObject { ["system"] = tail, ["value"] = value });
                break;
            case "consents":
                var channel = tail.Split('.');
                List(person, "consents").Add(new JsonObject { ["channel"] = channel[0], ["purpose"] = channel[^1], ["granted"] = value == "true" });
                break;
            case "deceased":
                person["death"] ??= new JsonObject();
                break;
            case "givenNames":
                person["givenNames"] = new JsonArray([.. value.Split(',', StringSplitOptions.TrimEntries).Select(given => (JsonNode?)given)]);
                break;
            default:
                if (dot < 0)
                {
                    person[head] = value;
                    break;
                }

                Group(person, head)[tail] = value;
                break;
        }
    }

    // One of a kind is enough to show what is asked: every value of a list goes into its first item.
    private static void Member(JsonArray list, string name, string value)
    {
        if (list.Count == 0)
        {
            list.Add(new JsonObject());
        }

        list[0]!.AsObject()[name] = value;
    }

    private static JsonArray List(JsonObject person, string name) => person[name] as JsonArray ?? (JsonArray)(person[name] = new JsonArray());

    private static JsonObject Group(JsonObject person, string name) => person[name] as JsonObject ?? (JsonObject)(person[name] = new JsonObject());
}
