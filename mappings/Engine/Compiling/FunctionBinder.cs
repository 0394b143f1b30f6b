using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Functions;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Matches the arguments of a call to a function's parameters and binds the function.</summary>
internal static class FunctionBinder
{
    public static (MappingFunction Function, Step Step, IReadOnlyDictionary<string, string> Values)? Bind(string text, DocumentNode node, CompileContext context)
    {
        if (PipeText.Call(text) is not { } call)
        {
            node.Refuse($"\"{text}\" is no function call: write `name` or `name(argument, other=value)`");
            return null;
        }

        if (!FunctionCatalogue.ByName.TryGetValue(call.Name, out var function))
        {
            context.Errors.Unknown(node.Line, node.Path, "function", call.Name, [.. FunctionCatalogue.ByName.Keys]);
            return null;
        }

        var refused = context.Errors.Errors.Count;
        var values = Values(call, function, node);
        var arguments = new Arguments(values, name => Table(name, node, context), message => node.Refuse($"{function.Name}: {message}"));
        var step = function.Bind(arguments);
        return context.Errors.Errors.Count == refused ? (function, step, values) : null;
    }

    private static Dictionary<string, string> Values(FunctionCall call, MappingFunction function, DocumentNode node)
    {
        var values = new Dictionary<string, string>();
        var names = function.Parameters.Select(p => p.Name).ToList();
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var (name, value) = call.Arguments[i];
            name ??= i < names.Count ? names[i] : null;
            if (name is null)
            {
                node.Refuse($"{function.Name} takes {names.Count} argument(s)");
            }
            else if (function.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
            {
                node.Unknown($"parameter of {function.Name}", name, names);
            }
            else if (parameter.Words.Length > 0 && !parameter.Words.Contains(value))
            {
                node.Unknown($"{name} of {function.Name}", value, parameter.Words);
            }
            else
            {
                values[name] = value;
            }
        }

        foreach (var missing in function.Parameters.Where(p => p.Required && !values.ContainsKey(p.Name)))
        {
            node.Refuse($"{function.Name} needs {missing.Name}");
        }

        return values;
    }

    private static IReadOnlyDictionary<string, string>? Table(string name, DocumentNode node, CompileContext context)
    {
        if (context.Tables.TryGetValue(name, out var table))
        {
            return table;
        }

        node.Unknown("table", name, [.. context.Tables.Keys]);
        return null;
    }
}
