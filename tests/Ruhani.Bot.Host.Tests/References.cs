using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ruhani.Bot.Host.Tests;

/// <summary>Every type a type mentions, down to the instructions of its methods and of what is nested in it.</summary>
internal static class References
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) =>
        All(type).SelectMany(Flatten).DistinctBy(other => other.FullName);

    /// <summary>What a caller from outside sees of a type.</summary>
    public static IEnumerable<TypeReference> OfPublicSignatures(TypeDefinition type)
    {
        var mentioned = new List<TypeReference?> { type.BaseType };
        mentioned.AddRange(type.Interfaces.Select(face => face.InterfaceType));
        mentioned.AddRange(
            type.Fields.Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType));
        mentioned.AddRange(type.Methods.Where(method => method.IsPublic || method.IsFamily).SelectMany(Signature));
        return mentioned.SelectMany(Flatten).DistinctBy(other => other.FullName);
    }

    private static IEnumerable<TypeReference?> All(TypeDefinition type)
    {
        var mentioned = new List<TypeReference?> { type.BaseType };
        mentioned.AddRange(type.Interfaces.Select(face => face.InterfaceType));
        mentioned.AddRange(type.Fields.Select(field => field.FieldType));
        mentioned.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        foreach (var method in type.Methods)
        {
            mentioned.AddRange(Signature(method));
            mentioned.AddRange(method.HasBody ? Body(method.Body) : []);
        }

        return mentioned.Concat(type.NestedTypes.SelectMany(All));
    }

    private static IEnumerable<TypeReference?> Signature(MethodDefinition method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)
            .Concat(method.GenericParameters.SelectMany(generic => generic.Constraints)
                .Select(constraint => constraint.ConstraintType));

    private static IEnumerable<TypeReference?> Body(MethodBody body) =>
        body.Variables.Select(variable => variable.VariableType)
            .Concat(body.Instructions.SelectMany(instruction => Operand(instruction.Operand)));

    private static IEnumerable<TypeReference?> Operand(object? operand) => operand switch
    {
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method =>
        [
            method.DeclaringType, method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
        ],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    // List<Reply[]> mentions List, and Reply.
    private static IEnumerable<TypeReference> Flatten(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Flatten).Append(generic.ElementType),
        TypeSpecification of => Flatten(of.ElementType),
        _ => [type],
    };
}
